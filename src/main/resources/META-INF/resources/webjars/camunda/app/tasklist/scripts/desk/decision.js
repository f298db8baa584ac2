// The agent's decision: the inputs of the form below the card.
//
// What a form may say about its inputs (see forms/triage.html):
//   data-when="outcome:ASK,ANSWER; type:PROBLEM"   shown only while these inputs have one of these values
//   data-required                                   must be filled in whenever it is shown
//   data-required-when="outcome:ASK"                must be filled in under this condition
//   data-choices="exclusions"                       options of a list that the server sends
//   data-checks="services"                          boxes to tick that the server sends; their values go together
//   data-hidden-value="OTHER"                       what is sent while it is not shown
//   data-default="now"                              a date and time that starts at the present minute
//   data-en="…"                                     the English label
import { Inputs } from './inputs.js';
import { Proposal } from './proposal.js';
import { holds } from './condition.js';
import { language, text } from './messages.js';
import { complain, forgive } from './complaint.js';

/** What camunda-bpm-sdk-js says when a script stopped the submission; Tasklist then stays silent. */
const PREVENTED = 'camForm submission prevented';

export class Decision {
  #form;
  #fieldset;
  #inputs;
  #draft;
  #proposal;

  constructor(form, api, draft) {
    this.#form = form;
    this.#draft = draft;
    this.#fieldset = form.querySelector('.desk-decision');
    this.#inputs = new Inputs(this.#fieldset);
    this.#proposal = new Proposal(this.#fieldset, this.#inputs, api, () => this.#update());
    this.#translate();
    this.#update();
  }

  /** Fills in what the server knows, then what the agent had typed before. */
  start({ ticket, choices, instructions = [], proposal, prefill }) {
    this.#inputs.offer({ ...choices, instructions: instructions.map(({ id, title }) => ({ value: id, label: title })) });
    this.#inputs.startAtNow();
    this.#inputs.set('type', ticket?.type);
    Object.entries(prefill ?? {}).forEach(([name, value]) => this.#inputs.set(name, value));
    Object.entries(proposal?.facts ?? {}).forEach(([name, value]) => this.#inputs.set(name, value));
    this.#inputs.set('priority', ticket?.priority ?? proposal?.priority);
    this.#proposal.show(proposal);
    this.#inputs.each((key, input) => {
      const kept = this.#draft.get(`input:${key}`);
      if (kept !== undefined) {
        this.#inputs.restore(input, kept);
      }
    });
    this.#fieldset.addEventListener('input', event => this.#changed(event.target));
    this.#update();
    this.#proposal.ask();
  }

  enable(enabled) {
    this.#fieldset.disabled = !enabled;
  }

  /** Called on "submit": what is filled in becomes the decision; what is missing stops it. */
  putInto(camForm) {
    forgive(this.#form);
    const missing = this.#inputs.missing();
    missing.forEach(([input, message]) => complain(input, message));
    if (missing.length > 0) {
      missing[0][0].focus();
      camForm.submitPrevented = true;
      return;
    }
    for (const [name, type, value] of this.#inputs.sent()) {
      // Transient: the engine passes a text on to the ticket and keeps no copy of it.
      camForm.variableManager.variables[name] = { name, type, value, valueInfo: { transient: true } };
    }
  }

  /** Called on "submit-failed": the server's "<field>: <text>" goes to that field, and nothing typed is lost. */
  refused(error) {
    const message = error?.message ?? '';
    if (message.includes(PREVENTED)) {
      return;
    }
    const [name, reason] = this.#understand(message);
    const input = name === null ? null : this.#inputs.visible(name);
    complain(input ?? this.#fieldset, reason);
    (input ?? this.#fieldset).focus();
    if (name !== null) {
      // Said at the field; Tasklist's own notification would cover the button and name the field in English.
      error.message = PREVENTED;
    }
  }

  /** The engine puts its own words around the text, and a closing quotation mark after it. */
  #understand(message) {
    const fields = new RegExp(`(?:^|[\\s:'])(${this.#inputs.names().join('|')}): ([\\s\\S]+)$`);
    const found = fields.exec(message);
    if (!found) {
      return [null, text('decisionRefused')];
    }
    return [found[1], message.includes("Message: '") ? found[2].replace(/'$/, '') : found[2]];
  }

  #changed(input) {
    const key = this.#inputs.keyOf(input);
    if (key) {
      this.#draft.put(`input:${key}`, this.#inputs.valueOf(input));
    }
    forgive(input.closest('.desk-field') ?? this.#fieldset);
    this.#update();
    this.#proposal.changed(input.name);
  }

  /** Shows the sections that apply now and marks what has to be filled in. */
  #update() {
    const values = { ...this.#inputs.values(), overridden: this.#proposal.overridden() ? 'yes' : 'no' };
    this.#fieldset.querySelectorAll('[data-when]').forEach(section => {
      section.hidden = !holds(section.dataset.when, values);
    });
    this.#inputs.require(values);
  }

  #translate() {
    if (language === 'en') {
      this.#form.querySelectorAll('[data-en]').forEach(label => (label.textContent = label.dataset.en));
    }
  }
}
