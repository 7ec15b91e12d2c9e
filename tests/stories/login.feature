Feature: Pages behind a login
  A reader keeps a site's login in the keychain once; from then on Clipper uses it for that site only.

  Scenario: Add, clip, list, remove
    Given a news site with the story "Harbour reopens after the storm"
    And the story is behind a login
    And a keychain
    When she clips the story
    Then the story failed because of "login_needed"
    When she adds the login of the site
    And she clips the story
    Then Clipper says it was kept
    And the list of logins shows the site and the user but no password
    And the password is nowhere in the library and in no output
    When she removes the login of the site
    And she clips the story
    Then the story failed because of "login_needed"

  Scenario: Without a keychain nothing is kept
    Given there is no keychain
    When she adds the login of the site
    Then the exit code is 1
    And standard error says a sentence with a hint about the keychain
