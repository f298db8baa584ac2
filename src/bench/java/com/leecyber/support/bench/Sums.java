package com.leecyber.support.bench;

/** The sums over closed tickets, for clones: as the desk itself would have added them one by one. */
final class Sums {

    /** Each template's own steps, as often as it was cloned into a day; the templates' own are there already. */
    static final String STEPS =
            "insert into step_day as known (day, diagram, version, element, channel, type, priority, service, visits,"
                    + " seconds) select filled_day.day, step.diagram, step.version, step.element, ticket.channel,"
                    + " ticket.type, coalesce(ticket.priority, ''), ticket.service, sum(tickets * visits), sum(tickets *"
                    + " seconds) from filled_day join ticket on ticket.id = filled_day.template join (select"
                    + " root.business_key_ as number, split_part(step.proc_def_id_, ':', 1) as diagram,"
                    + " split_part(step.proc_def_id_, ':', 2)::integer as version, step.act_id_ as element, count(*) as"
                    + " visits, sum(step.duration_) / 1000 as seconds from act_hi_procinst root join act_hi_actinst step"
                    + " on step.root_proc_inst_id_ = root.id_ and step.end_time_ is not null and step.act_type_ in"
                    + " ('userTask', 'receiveTask', 'eventBasedGateway', 'intermediateTimer', 'intermediateMessageCatch',"
                    + " 'intermediateSignalCatch', 'intermediateConditional') where root.super_process_instance_id_ is"
                    + " null and root.end_time_ is not null and root.business_key_ in (select number from ticket where id"
                    + " in (select template from filled_day)) group by 1, 2, 3, 4) step on step.number = ticket.number"
                    + " group by 1, 2, 3, 4, 5, 6, 7, 8 on conflict (day, diagram, version, element, channel, type,"
                    + " priority, service) do update set visits = known.visits + excluded.visits, seconds = known.seconds"
                    + " + excluded.seconds";

    /** From nothing, over all closed tickets. */
    static final String RESPONSES = "delete from response_day; insert into response_day (day, channel, type, priority,"
            + " service, window_clause, window_seconds, tickets, no_licence, met, breached, released, escalated) select"
            + " closed_day, channel, type, coalesce(priority, ''), service, window_clause, window_seconds, count(*),"
            + " count(*) filter (where closing_reason = 'NO_LICENCE'),"
            + " count(*) filter (where closing_reason <> 'NO_LICENCE' and response_verdict = 'MET'),"
            + " count(*) filter (where closing_reason <> 'NO_LICENCE' and response_verdict = 'BREACHED'),"
            + " count(*) filter (where closing_reason <> 'NO_LICENCE' and response_verdict = 'RELEASED'),"
            + " count(*) filter (where escalated) from closed_ticket group by 1, 2, 3, 4, 5, 6, 7";

    private Sums() {}
}
