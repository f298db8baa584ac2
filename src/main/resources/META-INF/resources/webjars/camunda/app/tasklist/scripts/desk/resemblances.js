// The incidents that go on and that this ticket looks like, best first, each with why.
import { deskPage } from './api.js';
import { element, block } from './dom.js';
import { text } from './messages.js';
import { moment } from './format.js';

export function resemblances(incidents) {
  if (incidents.length === 0) {
    return null;
  }
  return block('incidents', text('incidents', { count: incidents.length }),
    element('ul', {}, ...incidents.map(incident => element('li', {},
      element('a', { href: deskPage(`/incidents/${encodeURIComponent(incident.number)}`), target: '_blank', rel: 'noopener' },
        `${incident.number} · ${incident.title}`),
      element('p', { class: 'desk-quiet' },
        `${text('incidentSince', { when: moment(incident.since) })} · ${incident.why.join(', ')}`)))));
}
