// A message at the input that it is about, tied to it for screen readers.
import { element } from './dom.js';

let count = 0;

export function complain(input, message) {
  const id = `desk-complaint-${++count}`;
  const note = element('p', { class: 'desk-error', role: 'alert', id }, message);
  const field = input.closest('.desk-field');
  if (field) {
    field.append(note);
    field.classList.add('desk-refused');
  } else {
    input.prepend(note);
  }
  input.setAttribute('aria-invalid', 'true');
  input.setAttribute('aria-describedby', id);
}

/** Takes the messages in this part of the form away. */
export function forgive(part) {
  part.querySelectorAll('.desk-error[id^="desk-complaint-"]').forEach(note => note.remove());
  const refused = [part, ...part.querySelectorAll('.desk-refused')];
  refused.forEach(field => field.classList.remove('desk-refused'));
  const invalid = [part, ...part.querySelectorAll('[aria-invalid]')];
  invalid.forEach(input => {
    input.removeAttribute('aria-invalid');
    input.removeAttribute('aria-describedby');
  });
}
