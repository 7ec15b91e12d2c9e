Feature: What cannot be clipped says why, and the rest goes on
  Every failure is one sentence with a hint; nothing is half-written; the batch goes on.

  Scenario: Sources that are no article
    Given a news site with the story "Harbour reopens after the storm"
    When she clips the story together with these:
      | source                      | code               |
      | a page that is not there    | http_refused       |
      | a page that is forbidden    | http_refused       |
      | a page asked for too often  | http_refused       |
      | a page that breaks the site | http_refused       |
      | a redirect loop             | too_many_redirects |
      | a PDF                       | not_a_page         |
      | a picture                   | not_a_page         |
      | an empty page               | empty_page         |
      | a page that is too big      | page_too_big       |
      | a port where nobody listens | connection_refused |
      | a host that does not exist  | host_unknown       |
      | a javascript: address       | bad_address        |
      | a file that is not there    | file_missing       |
      | a page that needs a login   | login_needed       |
    Then each of them failed because of its code
    And standard error says a sentence with a hint about each of them
    And the story was kept all the same
    And the exit code is 1

  Scenario: A page without an article is kept whole and says so
    Given a news site with the story "Harbour reopens after the storm"
    When she clips a page of the site without an article
    Then Clipper says it was kept
    And the clip has the flag "no_article"
    And its whole text is there

  Scenario: A picture that cannot be fetched does not cost the clip
    Given a news site with the story "Harbour reopens after the storm"
    And its picture is missing
    When she clips the story
    Then Clipper says it was kept
    And the clip has the flag "image_failed"

  Scenario: A library that cannot be written
    Given a news site with the story "Harbour reopens after the storm"
    And a file lies where the library should be
    When she clips the story
    Then the exit code is 1
    And standard error says a sentence with a hint about the library
    And the one object on standard output says "library_unwritable"

  Scenario: A library of a newer Clipper
    Given a news site with the story "Harbour reopens after the storm"
    And a library that a newer Clipper made
    When she clips the story
    Then the exit code is 1
    And the one object on standard output says "library_newer"
    And the library was not changed

  Scenario: A PDF that cannot be written is said before anything is clipped
    Given a news site with the story "Harbour reopens after the storm"
    When she clips the story and binds it into a folder that does not exist
    Then the exit code is 1
    And nothing was clipped

  Scenario: Words that are not understood
    When she calls a command that does not exist
    Then the exit code is 2
    And standard output is empty

  Scenario: Ctrl-C in the middle of a batch
    Given a news site with the story "Harbour reopens after the storm"
    When she clips the story and a page that never ends, and presses Ctrl-C once the story is kept
    Then the exit code is 130
    And there is one clip
    And nothing is left half-written
