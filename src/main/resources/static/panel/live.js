import { announce, facts, text } from "./page.js";

const PAUSE_AFTER_FAILURE = 20000;
let source;

/** A part of the page in place of the former one; what the reader opened or stands on stays so. */
function replace(old, fresh) {
  fresh.querySelectorAll("details[id]").forEach(part => {
    part.open = document.getElementById(part.id)?.open ?? false;
  });
  const focused = old.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
  old.replaceWith(fresh);
  if (focused) {
    [...fresh.querySelectorAll("a")].find(link => link.getAttribute("href") === focused)?.focus();
  }
}

/** Reads the page again and changes what is different; forms are never touched. */
async function refresh() {
  const answer = await fetch(facts.page, { headers: { Accept: "text/html" } });
  if (!answer.ok || new URL(answer.url).pathname === "/panel/sign-in") {
    source?.close();
    announce(text("lost"));
    return;
  }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const answers = () => document.querySelectorAll(".entry.desk").length;
  const before = answers();
  let changed = false;
  for (const old of document.querySelectorAll("[data-live]")) {
    const fresh = page.getElementById(old.id);
    if (fresh && fresh.textContent.replace(/\s+/g, " ") !== old.textContent.replace(/\s+/g, " ")) {
      replace(old, document.adoptNode(fresh));
      changed = true;
    }
  }
  facts.print = page.body.dataset.print;
  if (changed) {
    announce(text(answers() > before ? "answered" : "changed"));
  }
}

function open() {
  const address = new URL(facts.events, location.origin);
  address.searchParams.set("seen", facts.print);
  source = new EventSource(address);
  source.addEventListener("changed", () => refresh().catch(() => undefined));
  source.addEventListener("error", () => {
    // The browser tries again by itself unless it was refused.
    if (source.readyState === EventSource.CLOSED) {
      setTimeout(() => document.hidden || open(), PAUSE_AFTER_FAILURE);
    }
  });
}

/** Listens while somebody looks: a page in the background needs no connection. */
export function listen() {
  if (!facts.events) {
    return;
  }
  document.addEventListener("visibilitychange", () => {
    source?.close();
    if (!document.hidden) {
      open();
    }
  });
  if (!document.hidden) {
    open();
  }
}
