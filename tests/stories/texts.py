"""The stories that the news site tells, in three scripts."""

from __future__ import annotations

from tests.stories.story import Story

ENGLISH = Story(
    "Harbour reopens after the storm",
    (
        "The harbour reopened on Saturday morning, four days after the heaviest storm in years closed it.",
        "Two dredging barges worked through the night to clear the channel, silted up to half its depth.",
        "“We measured every metre twice before we let the first ship in,” the harbour master told reporters.",
        "Seven freighters had been waiting outside, among them one with fruit that spoils within the week.",
        "The town council will decide on Monday whether the old breakwater is to be raised by two metres.",
        "Fishermen say that the money would be better spent on the inner quay, where the damage is greatest.",
    ),
)

ARABIC = Story(
    "إعادة فتح الميناء بعد العاصفة",
    (
        "أعيد فتح الميناء صباح السبت بعد أربعة أيام من أعنف عاصفة شهدتها المنطقة منذ جيل كامل.",
        "وعملت سفينتان طوال الليل على تنظيف القناة التي امتلأت بالرمال حتى نصف عمقها تقريبا.",
        "وقال مدير الميناء للصحفيين إن كل متر قيس مرتين قبل السماح بدخول أول سفينة إلى الرصيف.",
        "وكانت سبع سفن شحن تنتظر في الخارج، منها سفينة تحمل فواكه تفسد خلال أسبوع واحد.",
        "وسيقرر مجلس المدينة يوم الاثنين ما إذا كان سيرفع حاجز الأمواج القديم بمقدار مترين.",
    ),
    language="ar",
    direction="rtl",
    charset="windows-1256",
    byline="",
)

CHINESE = Story(
    "风暴过后港口重新开放",
    (
        "周六上午，港口重新开放。四天前，一场几十年来最猛烈的风暴迫使港口全面关闭，所有船只停航。",
        "两艘疏浚船彻夜清理航道，航道的淤泥已经堆积到原来深度的一半，大型货轮根本无法通过。",
        "港务局长对记者说：“在放第一艘船进港之前，我们把每一米水深都测量了两遍，确保万无一失。”",
        "七艘货轮一直在港外等候，其中一艘装满了水果，如果一周之内不能卸货，水果就会全部腐烂。",
        "市议会将于星期一决定是否把旧防波堤加高两米，渔民们则认为这笔钱应该用来修理内港码头。",
    ),
    language="zh",
    charset="gb18030",
    byline="",
)

BY_NAME = {"Arabic": ARABIC, "Chinese": CHINESE, "English": ENGLISH}
