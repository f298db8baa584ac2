package com.leecyber.support.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** The threads that run the engine's jobs; LiveWalkTest looks that the engine's own are these. */
class JobThreadsTest {

    private final RequestsInWork requests = new RequestsInWork();
    private final ThreadPoolTaskExecutor threads = new ThreadPoolTaskExecutor();

    @BeforeEach
    void start() {
        threads.setCorePoolSize(2);
        threads.setMaxPoolSize(2);
        threads.setQueueCapacity(4);
        var beans = new StaticListableBeanFactory(Map.of("requestsInWork", requests));
        new JobThreads(beans.getBeanProvider(RequestsInWork.class))
                .postProcessBeforeInitialization(threads, "camundaTaskExecutor");
        threads.initialize();
    }

    @AfterEach
    void stop() {
        threads.shutdown();
    }

    @Test
    void noJobIsRejectedHoweverManyComeAtOnce() {
        int jobs = 20 * threads.getQueueCapacity();
        Queue<Integer> done = new ConcurrentLinkedQueue<>();

        IntStream.range(0, jobs).forEach(job -> threads.execute(() -> done.add(job)));

        await().untilAsserted(() -> assertThat(done).hasSize(jobs).doesNotHaveDuplicates());
    }

    @Test
    void everyJobRunsAlthoughPeopleNeverStopWaiting() throws Exception {
        CountDownLatch answered = new CountDownLatch(1);
        List<Thread> people = new ArrayList<>();
        for (int person = 0; person < Runtime.getRuntime().availableProcessors(); person++) {
            people.add(waitingUntil(answered));
        }
        await().until(() -> requests.count() >= people.size());
        CountDownLatch done = new CountDownLatch(1);

        threads.execute(done::countDown);

        assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(requests.count()).isGreaterThanOrEqualTo(people.size());
        answered.countDown();
        for (Thread person : people) {
            person.join();
        }
    }

    @Test
    void aRequestThatFailsIsNotInWorkAnyMore() throws Exception {
        int before = requests.count();
        try {
            requests.doFilter(new MockHttpServletRequest(), new MockHttpServletResponse(), (request, response) -> {
                assertThat(requests.count()).isGreaterThan(before);
                throw new IllegalStateException("as a page may");
            });
        } catch (IllegalStateException expected) {
            assertThat(requests.count()).isEqualTo(before);
        }
    }

    private Thread waitingUntil(CountDownLatch answered) {
        Thread person = new Thread(() -> {
            try {
                requests.doFilter(new MockHttpServletRequest(), new MockHttpServletResponse(), (request, response) -> {
                    try {
                        answered.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        person.start();
        return person;
    }
}
