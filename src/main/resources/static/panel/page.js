// What the page says about itself, and a place to say something to its reader.

export const facts = document.body.dataset;

/** A text of the page with values in place of {0} and {1}. */
export function text(name, ...values) {
  return values.reduce((words, value, index) => words.replace(`{${index}}`, value), facts[name] ?? "");
}

let silence;

/** Says it aloud to those who cannot see, and shows it for a while. */
export function announce(words) {
  const news = document.getElementById("news");
  news.textContent = words;
  clearTimeout(silence);
  silence = setTimeout(() => { news.textContent = ""; }, 8000);
}
