Feature: The same article is one clip
  A reader who comes upon an article again, by another link, does not get it twice.

  Background:
    Given a news site with the story "Harbour reopens after the storm"

  Scenario: By a link that a newsletter has marked
    When she clips the story
    And she clips the story by a link from a newsletter into "Read later" with the tag "again"
    Then Clipper says it was merged
    And there is one clip
    And it lies in "Read later" and carries "again"

  Scenario: Named twice in one call
    When she names the story twice in one call
    Then one line says "kept" and one says "skipped"
    And there is one clip
