# ruff: noqa: E501
"""Ligature names of icon fonts: what stands in the text where a font should have drawn a picture. Data
only.
"""

from __future__ import annotations

import re

from clipper.clean.text import word_set

_PLAIN = """
access_alarm access_time access_time_filled accessibility account_balance account_box account_circle add add_a_photo
add_box add_circle add_circle_outline add_comment add_photo_alternate add_shopping_cart add_to_photos alarm alternate_email
apps archive arrow_back arrow_back_ios arrow_downward arrow_drop_down arrow_drop_up arrow_forward arrow_forward_ios
arrow_left arrow_right arrow_upward article assignment attach_file attachment audiotrack autorenew av_timer bookmark
bookmark_add bookmark_added bookmark_border bookmark_outline bookmarks brightness_high brightness_low bubble_chart business
calendar calendar_month calendar_today call camera camera_alt campaign cancel category chat chat_bubble chat_bubble_outline check
check_box check_circle chevron_left chevron_right clear close cloud cloud_download cloud_upload code collections comment
comments contact_mail contact_phone content_copy content_paste copyright create create_new_folder dark_mode dashboard date_range
delete description done done_all double_arrow download drafts east edit edit_note email emoji_emotions error event event_note
exit_to_app expand_less expand_more explore face favorite favorite_border favourite feed feedback file_copy file_download filter_list
find_in_page first_page flag folder folder_open folder_shared format_list_bulleted format_quote format_size forum forward fullscreen
fullscreen_exit g_translate get_app grade grid_view group groups headphones headset hearing help help_outline highlight_off history home
hourglass_empty hub image import_contacts inbox info info_outline insert_comment insert_drive_file insert_invitation insert_link
insert_photo ios_share keyboard_arrow_down keyboard_arrow_left keyboard_arrow_right keyboard_arrow_up keyboard_backspace label
label_important label_outline language last_page launch library_books light_mode lightbulb link list list_alt live_tv local_library
local_offer location_on lock lock_open login logout mail mail_outline map mark_email_read markunread menu menu_book menu_open message mic
mode_comment mode_edit more more_horiz more_vert movie movie_creation music_note navigate_before navigate_next newspaper north_east
notifications notifications_active notifications_none open_in_browser open_in_full open_in_new palette pause pause_circle pending people
people_outline perm_identity perm_media person person_outline person_pin phone photo photo_album photo_camera photo_library picture_as_pdf
pin place play_arrow play_circle play_circle_filled play_circle_outline playlist_add poll post_add print public push_pin query_builder
question_answer quiz radio reader_mode receipt record_voice_over refresh remove remove_circle remove_red_eye reply reply_all report restore
rss_feed save save_alt save_as schedule schedule_send school science search sell send settings share shopping_cart short_text sms smart_display
sort source speaker_notes speed star star_border star_half star_outline star_rate stars sticky_note_2 stop store stream subject subscriptions
sync tag text_decrease text_fields text_format text_increase text_snippet theaters thumb_down thumb_down_alt thumb_up thumb_up_alt
thumb_up_off_alt timeline timelapse timer title today toc topic touch_app translate trending_down trending_flat trending_up tune turned_in
turned_in_not tv unfold_less unfold_more update upload verified verified_user video_call video_library video_camera_back videocam
view_headline view_list view_module view_stream visibility visibility_off voice_chat volume_down volume_mute volume_off volume_up warning
watch_later web whatshot wifi work workspaces zoom_in zoom_out zoom_out_map arrow-left arrow-right arrow-up arrow-down chevron-left
chevron-right chevron-down chevron-up caret-down caret-right external-link thumbs-up thumbs-down calendar-alt map-marker paper-plane
angle-left angle-right angle-down angle-up ellipsis-h ellipsis-v envelope folder-open clock eye user users tags heart comment-alt
"""
ICON_NAMES = frozenset(_PLAIN.split())
"""Names of Material Icons and Symbols that news sites use, and of Font Awesome where its text shows."""

SECTION_ICONS = word_set(
    """
    folder folder_open folder_shared folder_special folder-open folder-outline folder-open-outline folder-o
    folder-open-o category category_outlined label label_outline label_important topic local_offer bookmark
    bookmark_border bookmarks
    """
)
"""The word after one of these is the section."""
PERSON_ICONS = word_set(
    """
    person person_outline account_circle account_box face perm_identity edit create mode_edit user group
    people
    """
)
"""What follows one of these is who wrote it."""

_COMPOUND = sorted((name for name in ICON_NAMES if "_" in name), key=len, reverse=True)
_SIMPLE = sorted((name for name in ICON_NAMES if "_" not in name and "-" not in name), key=len, reverse=True)
GLUED_COMPOUND = re.compile(rf"(?<![\w`.])({'|'.join(_COMPOUND)})(?=[^\sa-z_.,;:!?()`'\"=-]|\s|$)")
"""A compound name (`folder_open`) before a capital, digit, another script, a blank or the end."""
GLUED_SIMPLE = re.compile(
    rf"(?<![\w-])({'|'.join(_SIMPLE)})(?=[A-Z\u0400-\u04ff\u0590-\u06ff\u3040-\u9fff\uac00-\ud7af])"
)
"""A simple name glued to a capital or to another script: `starAdd`."""
