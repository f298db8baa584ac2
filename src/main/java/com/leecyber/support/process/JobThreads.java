package com.leecyber.support.process;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.locks.LockSupport;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;

/**
 * Teaches the threads that run the engine's jobs two manners (docs/decisions/0017).
 *
 * <p>A job steps back for a moment while people wait for every processor there is. And whoever fetches due jobs waits until
 * there is room for them: by itself the engine, when its queue is full, looks again for every single job that gets done,
 * and with thousands due at once the looking takes more of the processor than the doing.
 */
@Component
class JobThreads implements BeanPostProcessor {

    private static final String BEAN = "camundaTaskExecutor";

    /** Short, so that under the heaviest load every job still runs, if later. */
    private static final long STEP_BACK_NANOS = Duration.ofMillis(25).toNanos();

    private static final long LOOK_AGAIN_NANOS = Duration.ofMillis(2).toNanos();

    private final int processors = Runtime.getRuntime().availableProcessors();
    private final ObjectProvider<RequestsInWork> requests;

    JobThreads(ObjectProvider<RequestsInWork> requests) {
        this.requests = requests;
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (BEAN.equals(name) && bean instanceof ThreadPoolTaskExecutor threads) {
            threads.setTaskDecorator(job -> () -> {
                letPeopleGoFirst(requests.getObject());
                job.run();
            });
            threads.setRejectedExecutionHandler(JobThreads::waitForRoom);
        }
        return bean;
    }

    private void letPeopleGoFirst(RequestsInWork requests) {
        long latest = System.nanoTime() + STEP_BACK_NANOS;
        while (requests.count() >= processors && System.nanoTime() < latest) {
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
    }

    private static void waitForRoom(Runnable job, ThreadPoolExecutor threads) {
        if (threads.isShutdown()) {
            throw new RejectedExecutionException("The desk is being stopped");
        }
        try {
            threads.getQueue().put(job);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RejectedExecutionException("The desk is being stopped", e);
        }
    }
}
