/* Shows how far a download is. Without this script the links download just the same. */
'use strict';

const POLL = 700;
const PATIENCE = 40;

document.querySelectorAll('a[data-export]').forEach(link => {
  const address = link.getAttribute('href');
  link.addEventListener('click', () => {
    const name = crypto.randomUUID ? crypto.randomUUID() : String(Math.random()).slice(2) + Date.now();
    link.setAttribute('href', address + '&export=' + name);
    follow(name, shown(link.closest('.exports')));
  });
});

/** The bar and the words beside the links, made once. */
function shown(place) {
  let box = place.querySelector('.progress');
  if (!box) {
    box = document.createElement('span');
    box.className = 'progress';
    const words = document.createElement('span');
    words.setAttribute('role', 'status');
    box.append(document.createElement('progress'), ' ', words);
    place.append(box);
  }
  return {bar: box.querySelector('progress'), words: box.querySelector('[role=status]'), said: place.dataset};
}

async function follow(name, view) {
  view.bar.hidden = false;
  view.bar.removeAttribute('value');
  view.words.textContent = '';
  for (let unknown = 0; unknown < PATIENCE;) {
    await new Promise(later => setTimeout(later, POLL));
    const answer = await fetch('/audit/exports/' + name).catch(() => null);
    if (!answer || !answer.ok) {
      unknown++;
      continue;
    }
    const progress = await answer.json();
    tell(progress, view);
    if (progress.state !== 'RUNNING') {
      return;
    }
  }
  view.bar.hidden = true;
}

function tell(progress, {bar, words, said}) {
  const number = count => count.toLocaleString(document.documentElement.lang);
  const known = progress.expected > 0;
  const sentence = {RUNNING: known ? said.known : said.running, DONE: said.done, FAILED: said.failed}[progress.state];
  words.textContent = sentence.replace('{0}', number(progress.written)).replace('{1}', number(progress.expected));
  if (known) {
    bar.max = progress.expected;
    bar.value = progress.written;
  }
  bar.hidden = progress.state !== 'RUNNING';
}
