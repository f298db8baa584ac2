// Why the ticket has its priority; on triage the form itself asks for it, next to the facts that decide.
import { element, block } from './dom.js';
import { text } from './messages.js';

export function priority(ticket, proposal, step) {
  if (step === 'triage' || !ticket.priority) {
    return null;
  }
  const byTheRules = proposal && proposal.priority === ticket.priority;
  const why = ticket.priorityReason ?? (byTheRules ? proposal.criterion : null);
  return block('priority', text('priority'),
    element('p', {},
      element('span', { class: `desk-chip desk-chip-${ticket.priority}` }, ticket.priority),
      why ? ` ${why}` : null),
    element('p', { class: 'desk-quiet' },
      [byTheRules ? proposal.clause : text('setByAgent'),
        ticket.priorityRule ? text('proposedBy', { rule: ticket.priorityRule }) : null].filter(Boolean).join(' · ')));
}
