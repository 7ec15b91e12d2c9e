Feature: What the cleaner got wrong is mended
  The cleaner errs. The reader sees what it took out, brings a piece back or takes one more out, for this
  clip or for every page of the site, and nothing of that is lost when the clip is cleaned again.

  Background:
    Given a news site with the story "Harbour reopens after the storm"

  Scenario: Everything that was taken out is listed with a reason
    When she clips the story
    Then "Follow us everywhere" is listed as taken out, with a reason in words and a place
    And cleaning with --explain tells the same

  Scenario: A piece comes back, and stays
    When she clips the story
    And she brings back "Follow us everywhere"
    And she clips the story
    Then the clip says "Follow us everywhere" after every paragraph of the story
    When the site is taken down
    And she cleans every clip again
    Then the clip says "Follow us everywhere" after every paragraph of the story
    When she undoes the last change
    And she undoes the last change
    Then the clip does not say "Follow us everywhere"

  Scenario: A paragraph goes, and comes back
    When she clips the story
    And she takes out the block that begins with "Seven freighters"
    Then the clip does not say "Seven freighters"
    And searching for "freighters" finds nothing
    And "Seven freighters had been waiting outside" is listed as taken out, with a reason in words and a place
    When she brings back "Seven freighters had been waiting outside"
    Then the clip shows every paragraph of the story in order

  Scenario: Always for this site
    When she clips the story
    And she clips another story of the site
    And she brings back "Follow us everywhere" always
    Then the site's rule keeps "aside.social"
    And the other clip does not say "Follow us everywhere"
    And trying the rule tells that the other clip would say "Follow us everywhere"
    When she cleans the site's clips again
    Then the other clip says "Follow us everywhere"
    When she undoes the last change
    Then the other clip does not say "Follow us everywhere"

  Scenario: A rule in a file of her own
    When she clips the story
    And she writes a rule that takes the title from "nav a" and strips "figure"
    And she cleans the site's clips again
    Then the clip's title is "Home"
    And the clip has no picture
    When she writes a rule that is no rule
    And she clips the story
    Then the clip has the flag "rule_broken"
    And the clip shows every paragraph of the story in order
