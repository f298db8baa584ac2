package com.leecyber.support.panel;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page that somebody wanted before they had to sign in, and that a sent form stands on. */
final class AskedPage {

    static final String TICKETS = "/panel/tickets";

    private static final String ATTRIBUTE = AskedPage.class.getName();
    private static final Pattern TICKET = Pattern.compile("(/panel/tickets/SD-[0-9-]{1,30})(?:/.*)?");
    private static final Pattern TYPE = Pattern.compile("(?:^|&)type=([A-Z]{1,20})(?:&|$)");

    private AskedPage() {}

    static void remember(HttpServletRequest request) {
        request.getSession().setAttribute(ATTRIBUTE, of(request));
    }

    /** Where to go on after signing in; it is asked for once. */
    static String forget(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        Object page = session == null ? null : session.getAttribute(ATTRIBUTE);
        if (page == null) {
            return TICKETS;
        }
        session.removeAttribute(ATTRIBUTE);
        return (String) page;
    }

    /** The page of this request: of a sent form the page that it stands on, of a file its ticket. */
    static String of(HttpServletRequest request) {
        String path = request.getRequestURI();
        boolean sent = request.getMethod().equals("POST");
        Matcher ticket = TICKET.matcher(path);
        if (ticket.matches()) {
            return ticket.group(1);
        }
        if (path.startsWith("/panel/preferences")) {
            return "/panel/preferences";
        }
        if (path.equals("/panel/tickets/new") || sent && path.equals(TICKETS)) {
            String query = request.getQueryString();
            Matcher type = TYPE.matcher(query == null ? "" : query);
            return "/panel/tickets/new" + (type.find() ? "?type=" + type.group(1) : "");
        }
        return TICKETS;
    }
}
