Feature: From an address to a press review
  A reader finds a page with an article in the middle of a news site's clutter. She keeps the article,
  finds it again, binds it, and loses nothing when the site is gone.

  Background:
    Given a news site with the story "Harbour reopens after the storm"

  Scenario: Clip, list, search, export
    When she clips the story into "Politics/Ports" with the tag "energy"
    Then Clipper says it was kept
    And the list shows "Harbour reopens after the storm"
    And the list of the collection "Politics/Ports" shows "Harbour reopens after the storm"
    And the list of the tag "energy" shows "Harbour reopens after the storm"
    And searching for "dredging barges" finds "Harbour reopens after the storm"
    And searching for "dredging -barges" finds nothing

  Scenario: The site is gone and the clip is still whole
    When she clips the story
    And the site is taken down
    Then the clip shows every paragraph of the story in order
    And the clip has its picture in the library
    And the clip's own page shows its picture without the network
    And she can export it as html, markdown, json and pdf
    And every export tells the whole story
    And the html export has the picture inside
    And the pdf export has the picture inside

  Scenario: Only the article is kept
    When she clips the story
    Then the clip's byline is "Staff" and "Agencies"
    And the title stands once
    And none of the site's clutter is in the text
    And the page as it came can still be shown

  Scenario: One command from address to PDF
    When she clips the story and binds it in the same command
    Then Clipper says it was kept
    And the PDF tells the whole story

  Scenario: Cleaning without keeping
    When she cleans the story
    Then standard output is one object that says "cleaned"
    And no library was made

  Scenario: Clips can be marked, filed and thrown away, and it can all be undone
    When she clips the story
    And she stars it, notes "call the port" and puts it into the trash
    Then the list is empty
    When she undoes the last change
    Then the list shows "Harbour reopens after the storm"
    And the clip is starred and carries the note "call the port"

  Scenario: A backup is a whole library
    When she clips the story
    And she backs the library up
    Then the backup holds the same clips
    And both libraries are sound
