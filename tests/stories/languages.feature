Feature: Every script is at home
  Clips in Arabic and Chinese are kept, found and bound like any other.

  Scenario Outline: An article in <language>
    Given a news site with the <language> story
    When she clips the story and binds it in the same command
    Then Clipper says it was kept
    And the clip's language begins with "<code>" and runs "<direction>"
    And searching for "<word>" finds the <language> title
    And the page came in "<charset>" and every paragraph is right
    And all fonts of the PDF are embedded

    Examples:
      | language | code | direction | word  | charset      |
      | Arabic   | ar   | rtl       | الميناء | windows-1256 |
      | Chinese  | zh   | ltr       | 港口  | gb18030      |
