// Why the ticket has its priority; on triage the form itself asks for it, next to the facts that decide.
import { element, block } from './dom.js';
import { text } from './messages.js';

export function priority(ticket, proposal, step) {
  if (step === 'triage' || !ticket.priority) {
    return null;
  }
  // A reason is asked for only when an agent decides against the rules.
  const byTheRules = !ticket.priorityReason;
  const why = byTheRules ? proposal.criterion : ticket.priorityReason;
  return block('priority', text('priority'),
    element('p', {},
      element('span', { class: `desk-chip desk-chip-${ticket.priority}` }, ticket.priority),
      ` ${why}`),
    element('p', { class: 'desk-quiet' },
      byTheRules ? `${proposal.clause} · ${text('proposedBy', { rule: ticket.priorityRule })}`
        : text('setByAgent', { rule: ticket.priorityRule })));
}
