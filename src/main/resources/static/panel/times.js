import { text } from "./page.js";

function span(milliseconds) {
  const minutes = Math.floor(milliseconds / 60000);
  const hours = Math.floor(minutes / 60);
  if (minutes < 1) {
    return text("moment");
  }
  if (minutes < 60) {
    return text("minutes", minutes);
  }
  if (hours < 24) {
    return minutes % 60 === 0 ? text("hours", hours) : text("hoursMinutes", hours, minutes % 60);
  }
  return text("daysHours", Math.floor(hours / 24), hours % 24);
}

// The server's clock is right, the reader's may be wrong: only the time that passed since the page came is counted here.
function offset(left) {
  left.dataset.shownAt ??= performance.now();
  return performance.now() - Number(left.dataset.shownAt);
}

function refresh() {
  for (const left of document.querySelectorAll(".left[data-remaining]")) {
    const remaining = Number(left.dataset.remaining) - offset(left);
    const words = remaining < 0 ? text("late", span(-remaining)) : text("left", span(remaining));
    if (left.textContent !== words) {
      left.textContent = words;
      left.closest(".due").classList.toggle("late", remaining < 0);
    }
  }
}

/** Counts the time until each answer on. */
export function countDown() {
  refresh();
  setInterval(refresh, 10000);
}
