package com.leecyber.support.process;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** How many people wait for an answer at this moment. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestsInWork extends OncePerRequestFilter {

    private final AtomicInteger inWork = new AtomicInteger();

    int count() {
        return inWork.get();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        inWork.incrementAndGet();
        try {
            chain.doFilter(request, response);
        } finally {
            inWork.decrementAndGet();
        }
    }
}
