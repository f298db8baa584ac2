import { facts, text } from "./page.js";

const MEGABYTE = 1024 * 1024;
const LARGEST_FILE = 10 * MEGABYTE;
const LARGEST_FORM = 30 * MEGABYTE;

/** Another type changes the form in place; its address goes along, so that a reload shows the same. */
export function chooseTypes() {
  const form = document.querySelector('form[data-form="new"]');
  const types = document.querySelectorAll("[data-types] a[data-type]");
  if (!form) {
    return;
  }
  const choose = chosen => {
    types.forEach(type => type === chosen ? type.setAttribute("aria-current", "true") : type.removeAttribute("aria-current"));
    form.querySelectorAll("fieldset[data-for]").forEach(part => {
      part.hidden = part.dataset.for !== chosen.dataset.type;
      part.disabled = part.hidden;
    });
    form.action = `/panel/tickets?type=${chosen.dataset.type}`;
    history.replaceState(null, "", chosen.href);
  };
  types.forEach(type => type.addEventListener("click", event => {
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      choose(type);
    }
  }));
}

/** Says of a file that it is too large before it travels. */
export function checkFiles() {
  const input = document.getElementById("files");
  if (!input) {
    return;
  }
  const chosen = document.getElementById("files-chosen");
  const show = () => {
    chosen.textContent = [...input.files].map(file => file.name).join(", ") || chosen.dataset.none;
  };
  input.classList.add("unseen");
  chosen.parentElement.hidden = false;
  show();
  window.addEventListener("pageshow", show);
  input.addEventListener("change", () => {
    show();
    const files = [...input.files];
    const large = files.find(file => file.size > LARGEST_FILE);
    const together = files.reduce((sum, file) => sum + file.size, 0) > LARGEST_FORM;
    const complaint = large ? text("large", large.name) : together ? facts.together : "";
    document.getElementById("files-check").textContent = complaint;
    input.setCustomValidity(complaint);
  });
}

/** A second click does nothing, and files that cannot be taken are not sent in vain. */
export function sendOnce() {
  for (const form of document.querySelectorAll("form[data-form]")) {
    form.addEventListener("submit", event => {
      const files = document.getElementById("files");
      if (form.dataset.sending || !files.validity.valid) {
        event.preventDefault();
        files.validity.valid || files.focus();
        return;
      }
      form.dataset.sending = "yes";
      form.querySelector("button[type=submit]").setAttribute("aria-disabled", "true");
    });
    // Who comes back with the browser's own button may send again.
    window.addEventListener("pageshow", () => {
      delete form.dataset.sending;
      form.querySelector("button[type=submit]").removeAttribute("aria-disabled");
    });
  }
}

/** After an error one begins with what is wrong. */
export function showSummary() {
  document.querySelector("[data-summary]")?.focus();
}
