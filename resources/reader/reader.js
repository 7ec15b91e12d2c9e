// The one script of the reading view. It runs in a world of its own: an article's scripts are off, and would not see it.
// It tells the window what the user means, and never changes a clip itself.
"use strict";

(() => {
  const root = document.documentElement;
  let tell = () => {};
  let aimed = null;

  new QWebChannel(qt.webChannelTransport, (channel) => {
    tell = (what, number) => channel.objects.listener.hear(what, number);
    root.dataset.ready = "yes";
  });

  const all = (selector) => [...document.querySelectorAll(selector)];
  const shown = () => root.dataset.ghosts === "on";
  const stops = () => all(".ghost, .text > [data-block]").filter((each) => each.checkVisibility());

  // Blocks can be reached by Tab only while there is something to do with them.
  function settle() {
    for (const each of all(".switch")) each.setAttribute("aria-pressed", String(shown()));
    for (const block of all(".text > [data-block]")) {
      if (shown()) block.tabIndex = 0;
      else block.removeAttribute("tabindex");
    }
    aim(null);
  }

  // Puts the two buttons beside a block, in the order of Tab right after it.
  function aim(block) {
    if (block === aimed) return;
    const deeds = document.querySelector(".deeds");
    aimed?.classList.remove("aimed");
    aimed = block;
    if (!deeds) return;
    deeds.classList.toggle("there", Boolean(block));
    if (!block) return;
    block.classList.add("aimed");
    block.after(deeds);
    deeds.style.top = `${Math.max(0, block.offsetTop - deeds.offsetHeight + 4)}px`;
  }

  function block_of(node) {
    const found = node.closest?.(".text > [data-block]");
    return found && !found.classList.contains("busy") ? found : null;
  }

  function do_it(what, target) {
    if (!target || target.classList.contains("busy")) return;
    target.classList.add("busy");
    target.setAttribute("aria-busy", "true");
    tell(what, Number(target.dataset.number ?? target.dataset.block));
  }

  function open_or_close(button) {
    const open = button.closest(".ghost").classList.toggle("open");
    button.setAttribute("aria-expanded", String(open));
  }

  document.addEventListener("click", (event) => {
    if (event.target.closest(".switch")) return tell("ghosts", 0);
    const ghost = event.target.closest(".ghost");
    const button = event.target.closest("[data-deed]");
    if (button?.dataset.deed === "more") return open_or_close(button);
    if (ghost) return do_it(button?.dataset.deed ?? "restore", ghost);
    if (button) return do_it(button.dataset.deed, aimed);
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.matches(".ghost")) {
      event.preventDefault();
      do_it("restore", event.target);
    }
  });

  // Without a movement the page has moved beneath a pointer that rests: then the keys say where we are.
  document.addEventListener("mousemove", (event) => {
    if (!shown() || !(event.movementX || event.movementY)) return;
    if (!event.target.closest(".deeds")) aim(block_of(event.target));
  });

  document.addEventListener("focusin", (event) => {
    if (shown() && !event.target.closest(".deeds")) aim(block_of(event.target));
  });

  // What the window asks for.
  window.reader = {
    ghosts(on) {
      const place = anchor();
      root.dataset.ghosts = on ? "on" : "off";
      settle();
      hold(place);
    },

    // Another version of the same article: the place in the text, open folds and the focus stay.
    swap(html) {
      const there = stops();
      const focus = there.indexOf(document.activeElement.closest?.(".ghost, [data-block]"));
      const open = new Set(all(".fold[open]").map((each) => each.dataset.at));
      const height = window.scrollY;
      const made = new DOMParser().parseFromString(html, "text/html");
      document.title = made.title;
      aimed = null;
      document.querySelector("article").replaceWith(document.adoptNode(made.querySelector("article")));
      for (const fold of all(".fold")) fold.open = open.has(fold.dataset.at);
      settle();
      window.scrollTo(0, height);
      if (focus >= 0) stops()[Math.min(focus, stops().length - 1)]?.focus({ preventScroll: true });
    },

    // What was asked for is done, or cannot be.
    rest() {
      for (const each of all(".busy")) {
        each.classList.remove("busy");
        each.removeAttribute("aria-busy");
      }
    },
  };

  // The first block in sight, and how far below the edge it begins.
  function anchor() {
    const block = all(".text > [data-block]").find((each) => each.getBoundingClientRect().bottom > 0);
    return block && window.scrollY > 0 ? [block, block.getBoundingClientRect().top] : null;
  }

  function hold(place) {
    if (place) window.scrollBy(0, place[0].getBoundingClientRect().top - place[1]);
  }

  settle();
})();
