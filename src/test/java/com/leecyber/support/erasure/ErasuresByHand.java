package com.leecyber.support.erasure;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationContext;

/** Erasures without waiting for the worker. */
@TestComponent
public class ErasuresByHand {

    private final ErasureRequests requests;
    private final ErasureWork work;
    private final Erasures erasures;

    ErasuresByHand(ErasureRequests requests, ErasureWork work, Erasures erasures) {
        this.requests = requests;
        this.work = work;
        this.erasures = erasures;
    }

    /** Of a desk whose context other tests share. */
    public static ErasuresByHand in(ApplicationContext desk) {
        return desk.getAutowireCapableBeanFactory().createBean(ErasuresByHand.class);
    }

    public long asks(long customer, String reference) {
        return requests.request(customer, "" + customer, reference);
    }

    /** One round of the worker. */
    public boolean works() {
        return work.batch();
    }

    /** Everything that is due for the worker, and no more. */
    public void worksOff() {
        boolean more = true;
        while (more) {
            more = work.batch();
        }
    }

    public boolean isFinished(long erasure) {
        return erasures.find(erasure).orElseThrow().isFinished();
    }
}
