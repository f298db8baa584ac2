package com.leecyber.support.channel;

import java.util.function.Supplier;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Does something in one transaction, and does it over when somebody else was faster. */
@Component
public class Retrying {

    private static final int RETRIES = 3;

    private final TransactionTemplate transaction;

    Retrying(PlatformTransactionManager transactions) {
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * The result of the attempt that went through.
     *
     * @throws ConcurrencyFailureException when three retries lost the race as well; nothing was changed
     */
    public <T> T transaction(Supplier<T> action) {
        for (int retry = 0; retry < RETRIES; retry++) {
            try {
                return transaction.execute(status -> action.get());
            } catch (ConcurrencyFailureException lostTheRace) {
                // The winner's changes are visible now: the same action may find another state.
            }
        }
        return transaction.execute(status -> action.get());
    }
}
