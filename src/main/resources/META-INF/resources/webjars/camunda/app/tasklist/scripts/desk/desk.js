// The card of a ticket or of works, and the agent's decision, inside Tasklist.
//
// Every form in forms/*.html calls window.supportDesk.attach(camForm) and nothing else. The parts:
//   api.js           reads the card from our server and sends replies and notes
//   card.js          draws the ticket: facts, conversation, files, clock, instructions
//   works-card.js    draws works: window, texts, who was told, earlier plans
//   decision.js      the inputs of the form: what is shown, what is missing, what is sent
//   links.js         the way to the desk's own pages
//   locale.js        has Tasklist's texts ready before it draws
//   order.js         puts the most urgent ticket on top of every list
//   messages.js      every text of these scripts, in Russian and in English
import { TicketApi, WorksApi } from './api.js';
import { Card } from './card.js';
import { WorksCard } from './works-card.js';
import { Decision } from './decision.js';
import { Draft } from './draft.js';
import { element, replaceContent } from './dom.js';
import { text } from './messages.js';
import { putTextsInPlace } from './locale.js';
import { mostUrgentFirst } from './order.js';

// Tasklist waits for this module before it starts.
mostUrgentFirst();
await putTextsInPlace();

const REFRESH_EVERY = 60_000;

/** The start form of emergency works, to which the rules of planned ones do not apply. */
const DECLARATION = 'declare-emergency-works';

async function attach(camForm) {
  const form = camForm.formElement[0];
  const place = form.querySelector('[data-ticket-card], [data-works-card]');
  const ofWorks = 'worksCard' in place.dataset;
  const api = ofWorks ? new WorksApi(camForm.taskId, form.dataset.step === DECLARATION ? 'EMERGENCY' : 'PLANNED') : new TicketApi(camForm.taskId);
  const draft = new Draft(camForm.taskId ?? `start:${form.dataset.step}`, camForm.options?.urlParams?.userId);
  const decision = new Decision(form, api, draft);

  submitWithoutCopies(camForm);
  camForm.on('submit', () => decision.putInto(camForm));
  camForm.on('submit-failed', (_, [error]) => decision.refused(error));
  camForm.on('submit-success', () => draft.forget());

  const open = async () => {
    replaceContent(place, element('p', { class: 'desk-loading', role: 'status' }, text('loading')));
    try {
      const content = await api.card();
      const card = ofWorks ? new WorksCard(place) : new Card(place, form.dataset.step, api, draft);
      card.draw(content);
      decision.start(content);
      followAssignment(form, taken => {
        card.enable(taken);
        decision.enable(taken);
      });
      keepFresh(form, card, api);
    } catch (failure) {
      const again = element('button', { type: 'button', class: 'btn btn-default' }, text('tryAgain'));
      again.addEventListener('click', open);
      replaceContent(place, element('p', { class: 'desk-error', role: 'alert' }, failure.message, ' ', again));
    }
  };
  await open();
}

/**
 * Tasklist would submit the form, and for a submitted form the engine writes every field into its history, transient or
 * not (ACT_HI_DETAIL). Completing the task, or starting the process, with the same variables does the same without that
 * copy.
 */
function submitWithoutCopies(camForm) {
  const { client, taskId, processDefinitionId, processDefinitionKey } = camForm;
  camForm.submitVariables = done => (taskId
    ? client.resource('task').complete({ id: taskId, variables: camForm.parseVariables() }, done)
    : client.resource('process-definition')
      .start({ id: processDefinitionId, key: processDefinitionKey, variables: camForm.parseVariables() }, done));
}

/** Tasklist marks the form of a task that is not the agent's own; the card then only reads. */
function followAssignment(form, whenKnown) {
  const host = form.closest('[cam-tasklist-form]') ?? form.parentElement;
  const tell = () => whenKnown(form.closest('.disabled-form') === null);
  const observer = new MutationObserver(() => (form.isConnected ? tell() : observer.disconnect()));
  observer.observe(host, { subtree: true, attributes: true, attributeFilter: ['class'] });
  tell();
}

/** A customer may answer while the agent reads: conversation and clock follow, the inputs are left alone. */
function keepFresh(form, card, api) {
  const timer = setInterval(async () => {
    if (!form.isConnected) {
      clearInterval(timer);
      return;
    }
    if (document.hidden) {
      return;
    }
    try {
      card.refresh(await api.card());
    } catch (failure) {
      // A missed refresh is no news; the next one or the agent's own action will tell.
      if (failure.gone) {
        clearInterval(timer);
        card.gone();
      }
    }
  }, REFRESH_EVERY);
}

window.supportDesk = { attach };
