// Reading and writing the inputs of a form by their names.
import { element } from './dom.js';
import { text } from './messages.js';
import { holds } from './condition.js';

export class Inputs {
  #fieldset;

  constructor(fieldset) {
    this.#fieldset = fieldset;
  }

  /** Puts the server's options into the lists that ask for them. */
  offer(choices) {
    this.#fieldset.querySelectorAll('select[data-choices]').forEach(list => {
      const first = list.dataset.choices === 'instructions' ? text('noInstruction') : text('choose');
      const options = choices[list.dataset.choices] ?? [];
      list.replaceChildren(element('option', { value: '' }, first), ...options.map(({ value, label, clause }) =>
        element('option', { value }, clause ? `${label} (${clause})` : label)));
    });
    this.#offerBoxes(choices);
  }

  /** Puts the server's boxes into the places that ask for them. */
  #offerBoxes(choices) {
    this.#fieldset.querySelectorAll('[data-checks]').forEach(place => {
      const name = place.dataset.checks;
      place.replaceChildren(...(choices[name] ?? []).map(({ value, label }) => element('label', { class: 'desk-option' },
        element('input', { type: 'checkbox', name, value }), element('span', {}, label))));
    });
  }

  names() {
    return [...new Set(this.#all().map(input => input.name))];
  }

  /** Every value by name, shown or not: conditions look at these. */
  values() {
    const values = {};
    this.#all().forEach(input => {
      if (input.type !== 'radio' || input.checked) {
        values[input.name] = this.valueOf(input);
      }
    });
    return values;
  }

  /** What is sent: name, type and value of what the agent sees and has filled in, and what stands for hidden fields. */
  sent() {
    return [...this.#ticked(), ...this.#all()
      .filter(input => !isOneOfMany(input) && (input.type !== 'radio' || input.checked))
      .map(input => [input.name, input.type === 'checkbox' ? 'Boolean' : 'String',
        isShown(input) ? sent(input) : input.dataset.hiddenValue ?? ''])]
      .filter(([, , value]) => value !== '');
  }

  /** Boxes of one name say together what is ticked. */
  #ticked() {
    return [...this.#fieldset.querySelectorAll('[data-checks]')].filter(isShown).map(place => [place.dataset.checks,
      'String', this.#named(place.dataset.checks).filter(box => box.checked).map(box => box.value).join(',')]);
  }

  visible(name) {
    return this.#named(name).find(isShown);
  }

  /** Inputs that ask for it start at the present minute. */
  startAtNow() {
    const now = local(new Date());
    this.#all().filter(input => input.dataset.default === 'now').forEach(input => (input.value = now));
  }

  set(name, value) {
    if (value !== null && value !== undefined) {
      this.#named(name).forEach(input => this.restore(input, String(value)));
    }
  }

  restore(input, value) {
    if (input.type === 'radio') {
      input.checked = input.value === value;
    } else if (input.type === 'checkbox') {
      input.checked = value === 'true';
    } else if (input.type === 'datetime-local' && value.endsWith('Z')) {
      input.value = local(new Date(value));
    } else if (input.tagName !== 'SELECT' || [...input.options].some(option => option.value === value)) {
      input.value = value;
    }
  }

  valueOf(input) {
    return input.type === 'checkbox' ? String(input.checked) : input.value;
  }

  /** Two boxes may share a name (a text for the customer, a reason for colleagues): each keeps its own draft. */
  keyOf(input) {
    return input.type === 'radio' ? input.name : isOneOfMany(input) ? `${input.name}-${input.value}` : input.id || input.name;
  }

  each(visit) {
    this.#all().forEach(input => visit(this.keyOf(input), input));
  }

  require(values) {
    this.#all().forEach(input => {
      const marked = input.type === 'radio' ? this.#named(input.name)[0].dataset : input.dataset;
      const required = 'required' in marked
        || (marked.requiredWhen !== undefined && holds(marked.requiredWhen, values));
      input.ariaRequired = String(required);
      input.closest('.desk-field')?.classList.toggle('desk-required', required);
    });
  }

  /** The shown inputs that must be filled in and are not, each with what to say about it. */
  missing() {
    return this.#all()
      .filter(input => input.ariaRequired === 'true' && isShown(input) && !this.#filled(input))
      .filter((input, index, all) => input.type !== 'radio' || all.findIndex(one => one.name === input.name) === index)
      .map(input => [input, text(message(input))]);
  }

  #filled(input) {
    return input.type === 'radio'
      ? this.#named(input.name).some(one => one.checked)
      : input.value.trim() !== '';
  }

  #named(name) {
    return this.#all().filter(input => input.name === name);
  }

  #all() {
    return [...this.#fieldset.querySelectorAll('input[name], select[name], textarea[name]')];
  }
}

function isOneOfMany(input) {
  return input.closest('[data-checks]') !== null;
}

/** A moment as the browser's field for date and time wants it. */
function local(moment) {
  return new Date(moment - moment.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

function isShown(input) {
  return input.closest('[hidden]') === null;
}

function message(input) {
  if (input.type === 'radio' || input.tagName === 'SELECT') {
    return 'chooseOne';
  }
  return input.type === 'datetime-local' ? 'wrongTime' : 'fillIn';
}

/** The agent types local time; the server gets the instant. */
function sent(input) {
  if (input.type === 'checkbox') {
    return input.checked;
  }
  if (input.type === 'datetime-local' && input.value !== '') {
    return new Date(input.value).toISOString();
  }
  return input.value.trim();
}
