import { announce, facts, text } from "./page.js";

// Until it is sent, what somebody types stays in this window only: it survives a lost sign-in, a step back, a reload.
const PREFIX = "panel-draft:";
const keyOf = form => `${PREFIX}${facts.customer}:${form.dataset.form}`;
const fieldsOf = form => [...form.querySelectorAll("[data-draft]")];

function remove(prefix) {
  Object.keys(sessionStorage).filter(key => key.startsWith(prefix)).forEach(key => sessionStorage.removeItem(key));
}

function save(form) {
  const typed = Object.fromEntries(fieldsOf(form).filter(field => field.value).map(field => [field.name, field.value]));
  if (Object.keys(typed).length) {
    sessionStorage.setItem(keyOf(form), JSON.stringify(typed));
  } else {
    sessionStorage.removeItem(keyOf(form));
  }
}

function restore(form) {
  const fields = fieldsOf(form);
  if (fields.some(field => field.value)) {
    return;
  }
  const typed = JSON.parse(sessionStorage.getItem(keyOf(form)) ?? "{}");
  fields.filter(field => typed[field.name]).forEach(field => { field.value = typed[field.name]; });
  if (Object.keys(typed).length) {
    announce(text("restored"));
  }
}

export function keepDrafts() {
  try {
    if (document.querySelector("[data-signed-out]")) {
      remove(PREFIX);
    }
    if (facts.sent) {
      sessionStorage.removeItem(`${PREFIX}${facts.customer}:${facts.sent}`);
    }
    for (const form of document.querySelectorAll("form[data-form]")) {
      restore(form);
      form.addEventListener("input", () => save(form));
      form.addEventListener("change", () => save(form));
    }
  } catch (storageIsForbidden) {
    // Then nothing is kept, and the form works all the same.
  }
}
