// The priority that the rules propose, asked anew whenever a triage fact changes.
import { element, replaceContent } from './dom.js';
import { text } from './messages.js';

const FACTS = ['type', 'affected', 'scope', 'effect', 'dataLoss', 'workaround'];
const PAUSE = 200;

export class Proposal {
  #place;
  #inputs;
  #api;
  #shown;
  #proposed = null;
  #timer = null;
  #asked = 0;

  constructor(fieldset, inputs, api, shown) {
    this.#place = fieldset.querySelector('[data-proposal]');
    this.#inputs = inputs;
    this.#api = api;
    this.#shown = shown;
  }

  changed(name) {
    if (FACTS.includes(name)) {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.ask(), PAUSE);
    }
  }

  async ask() {
    if (!this.#place) {
      return;
    }
    const question = ++this.#asked;
    const sent = Object.fromEntries(this.#inputs.sent().map(([name, , value]) => [name, value]));
    const facts = Object.fromEntries(FACTS.filter(name => name in sent).map(name => [name, sent[name]]));
    try {
      const answer = await this.#api.proposal(facts);
      // Answers may overtake one another; only the last question counts.
      if (question === this.#asked) {
        this.show(answer);
        this.#shown();
      }
    } catch {
      replaceContent(this.#place, element('span', { class: 'desk-error' }, text('proposalFailed')));
    }
  }

  /** The list follows the proposal until the agent chooses another priority. */
  show(proposal) {
    if (!this.#place || !proposal) {
      return;
    }
    const chosen = this.#inputs.values().priority;
    if (!chosen || chosen === this.#proposed) {
      this.#inputs.set('priority', proposal.priority);
    }
    this.#proposed = proposal.priority;
    replaceContent(this.#place,
      element('strong', { class: `desk-chip desk-chip-${proposal.priority}` },
        text('proposed', { priority: proposal.priority })),
      element('span', {}, proposal.criterion),
      element('span', { class: 'desk-quiet' }, [proposal.clause, text('proposedBy', { rule: proposal.rule }),
        proposal.version ? text('proposedVersion', { version: proposal.version }) : null].filter(Boolean).join(' · ')));
  }

  overridden() {
    const chosen = this.#inputs.values().priority;
    return this.#proposed !== null && Boolean(chosen) && chosen !== this.#proposed;
  }
}
