package com.leecyber.support.change;

import com.leecyber.support.sla.ClockFact;
import com.leecyber.support.sla.ClockFact.Escalated;
import com.leecyber.support.sla.ClockFact.Registered;
import com.leecyber.support.sla.ClockFact.ReturnedToFirstLine;
import com.leecyber.support.sla.ClockFact.WindowCorrected;
import com.leecyber.support.sla.ResponseWindow;
import com.leecyber.support.ticket.Channel;
import com.leecyber.support.ticket.Nature;
import com.leecyber.support.ticket.ResponseWindows;
import com.leecyber.support.ticket.TicketType;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * A ticket's history told again with other windows: the same things happen at the same moments.
 *
 * @param types the ticket's type from registration on, with every correction
 */
record Retold(Channel channel, List<TicketType> types) {

    List<ClockFact> by(ResponseWindows windows, List<ClockFact> facts) {
        List<ClockFact> retold = new ArrayList<>();
        Iterator<TicketType> type = types.iterator();
        Nature nature = type.next().nature();
        for (ClockFact fact : facts) {
            if (fact instanceof WindowCorrected && type.hasNext()) {
                nature = type.next().nature();
            }
            retold.add(retell(fact, windows, nature));
        }
        return retold;
    }

    /** The windows that the ticket's life cycle asks for at these moments. */
    private ClockFact retell(ClockFact fact, ResponseWindows windows, Nature nature) {
        ResponseWindow fromRegistration = windows.windowFor(channel, nature);
        if (fact instanceof Registered) {
            return new Registered(fact.at(), fromRegistration);
        }
        if (fact instanceof WindowCorrected) {
            return new WindowCorrected(fact.at(), fromRegistration);
        }
        if (fact instanceof Escalated) {
            return new Escalated(fact.at(), windows.windowFor(Channel.PANEL, Nature.TECHNICAL));
        }
        if (fact instanceof ReturnedToFirstLine) {
            return new ReturnedToFirstLine(fact.at(), windows.windowFor(Channel.PANEL, nature));
        }
        return fact;
    }
}
