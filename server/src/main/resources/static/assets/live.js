// The live page: takes new decisions and counters from the stream and puts them into the page that the server has written.
// Without this script the page shows the newest decisions and says that it is not live.

const MOST_ROWS = 10_000;
// Rows are laid out by the pack, and packs that are off the screen not at all.
const PACK_ROWS = 100;
const ROW_REM = 2.45;
const MOST_HELD = 5_000;
const DRAW_EVERY_MILLIS = 200;
const ANNOUNCE_EVERY_MILLIS = 5_000;
const TRY_AGAIN_MILLIS = 5_000;

const list = document.getElementById("decisions");
const state = document.getElementById("state");
const waiting = document.getElementById("waiting");
const pause = document.getElementById("pause");
const news = document.getElementById("news");
const blank = document.getElementById("row").content.firstElementChild;
const gap = document.getElementById("gap").content.firstElementChild;

let last = list.dataset.after;
let held = [];
let drawing = 0;
let isPaused = false;
let unannounced = 0;

const tell = (name) => {
  const shown = isPaused && name === "live" ? "paused" : name;
  if (state.dataset.state !== shown) {
    state.dataset.state = shown;
    state.textContent = state.dataset[shown];
  }
};

const tellWaiting = () => {
  waiting.textContent = held.length > 0 ? waiting.dataset.text.replace("#", held.length) : "";
};

const row = ({id, line}) => {
  if (!line) {
    return gap.cloneNode(true);
  }
  const made = blank.cloneNode(true);
  made.className = `row row-new row-${line.outcome}`;
  made.dataset.id = id;
  for (const slot of made.querySelectorAll("[data-slot]")) {
    slot.textContent = line[slot.dataset.slot];
  }
  made.querySelector("time").dateTime = line.iso;
  made.querySelector(".row-what").href = line.href;
  made.querySelector(".row-account").href = line.accountHref;
  return made;
};

// What is being read stays where it is on the screen, whatever comes in above it: also when the browser, a frame or two later,
// measures packs whose height was only guessed. Whoever scrolls meanwhile is left alone.
const keepingPlace = (change) => {
  const isReading = list.getBoundingClientRect().top < 0;
  const anchor = isReading ? [...list.querySelectorAll(".row")].find((one) => one.getBoundingClientRect().bottom > 0) : null;
  const before = anchor?.getBoundingClientRect().top;
  change();
  if (!anchor) {
    return;
  }
  let scrolled;
  const correct = (framesLeft) => {
    if (scrolled === undefined || window.scrollY === scrolled) {
      window.scrollBy({top: anchor.getBoundingClientRect().top - before, behavior: "instant"});
      scrolled = window.scrollY;
      if (framesLeft > 0) {
        requestAnimationFrame(() => correct(framesLeft - 1));
      }
    }
  };
  correct(3);
};

const roomInFirstPack = () => PACK_ROWS - (list.firstElementChild?.childElementCount ?? PACK_ROWS);

// The newest first, as they stand in the list.
const prepend = (rows) => {
  let end = rows.length;
  while (end > 0) {
    if (roomInFirstPack() <= 0) {
      const pack = document.createElement("ol");
      pack.className = "pack";
      list.prepend(pack);
    }
    const first = list.firstElementChild;
    const begin = Math.max(0, end - roomInFirstPack());
    first.prepend(...rows.slice(begin, end));
    first.style.containIntrinsicBlockSize = `auto ${first.childElementCount * ROW_REM}rem`;
    end = begin;
  }
};

const draw = () => {
  drawing = 0;
  if (isPaused || held.length === 0) {
    tellWaiting();
    return;
  }
  const made = held.map(row).reverse();
  unannounced += held.length;
  held = [];
  tellWaiting();
  document.getElementById("none").hidden = true;
  keepingPlace(() => prepend(made));
  // The oldest go; who wants them back asks the server for them.
  while (list.querySelectorAll(".row").length > MOST_ROWS) {
    list.lastElementChild.remove();
  }
};

const drawSoon = () => {
  drawing ||= setTimeout(draw, DRAW_EVERY_MILLIS);
};

const hold = (id, line) => {
  held.push({id, line});
  // Where too many wait, one line says so in their place.
  if (held.length > MOST_HELD) {
    held = [{id, line: null}];
  }
  drawSoon();
};

const fill = (tally) => {
  for (const slot of document.querySelectorAll("[data-tally]")) {
    slot.textContent = tally[slot.dataset.tally];
    if (slot.dataset.iso) {
      slot.dateTime = tally[slot.dataset.iso];
    }
  }
  document.getElementById("wall").dataset.offset = tally.offset;
};

// A browser does not tell why it was turned away: it may be that the session is over.
const askWhy = async () => {
  const me = await fetch("/v1/me").catch(() => null);
  tell(me?.status === 401 ? "out" : "lost");
  if (me?.status !== 401) {
    setTimeout(listen, TRY_AGAIN_MILLIS);
  }
};

const listen = () => {
  tell("connecting");
  const source = new EventSource(`${list.dataset.stream}&after=${last}`);
  source.addEventListener("open", () => tell("live"));
  source.addEventListener("error", () => {
    tell("lost");
    if (source.readyState === EventSource.CLOSED) {
      askWhy();
    }
  });
  source.addEventListener("decision", (event) => {
    // Each is told once; but a page that was asleep may be told again by a connection that it thought lost.
    if (Number(event.lastEventId) > Number(last)) {
      last = event.lastEventId;
      hold(last, JSON.parse(event.data));
    }
  });
  source.addEventListener("gap", (event) => {
    last = event.lastEventId;
    hold(last, null);
  });
  source.addEventListener("tally", (event) => fill(JSON.parse(event.data)));
  addEventListener("pagehide", () => source.close(), {once: true});
};

const tick = () => {
  const wall = document.getElementById("wall");
  wall.hidden = false;
  const now = new Date(Date.now() + Number(wall.dataset.offset) * 1_000);
  wall.querySelector("time").textContent = now.toISOString().slice(11, 19);
};

const older = async (event) => {
  event.preventDefault();
  const link = event.currentTarget;
  const answer = await fetch(link.href);
  if (!answer.ok) {
    location.assign(link.href);
    return;
  }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const first = page.querySelector("#decisions .row");
  list.append(...page.querySelectorAll("#decisions > .pack"));
  const next = page.getElementById("older");
  if (next) {
    link.href = next.href;
  } else {
    link.hidden = true;
  }
  first?.querySelector("a").focus();
};

document.getElementById("older")?.addEventListener("click", older);
tick();
setInterval(tick, 1_000);

if (list.dataset.stream) {
  pause.hidden = false;
  pause.addEventListener("click", () => {
    isPaused = !isPaused;
    pause.textContent = isPaused ? pause.dataset.resume : pause.dataset.pause;
    tell("live");
    draw();
  });
  setInterval(() => {
    if (unannounced > 0) {
      news.textContent = news.dataset.text.replace("#", unannounced);
      unannounced = 0;
    }
  }, ANNOUNCE_EVERY_MILLIS);
  listen();
}
