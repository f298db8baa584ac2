// Tasklist asks for its texts while it already draws, so that some places show names like SEARCH_PLACEHOLDER on the
// first visit, and last week's texts after an update. It takes them from its own store when they are there:
// they are put there before it starts.
import { language } from './messages.js';

const STORE = 'camunda-web';

export async function putTextsInPlace() {
  const locales = `${document.querySelector('base').getAttribute('app-root')}/app/tasklist/locales/`;
  try {
    const texts = await (await fetch(`${locales}${language}.json`)).json();
    const stored = JSON.parse(localStorage.getItem(STORE) ?? '{}');
    stored[`${locales}_locales_data_${language}_${window.bust}`] = JSON.stringify(texts);
    localStorage.setItem(STORE, JSON.stringify(stored));
  } catch {
    // Tasklist loads them by itself, only later.
  }
}
