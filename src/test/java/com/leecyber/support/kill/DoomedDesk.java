package com.leecyber.support.kill;

import com.leecyber.support.SupportDesk;
import com.leecyber.support.WatchedDataSource;
import java.util.Arrays;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The whole desk in a JVM of its own, which ends where it is told to. */
final class DoomedDesk {

    static final String NEVER = "never";

    private DoomedDesk() {}

    /** Runs it; the first argument is a {@link Cut} or {@value #NEVER}, the others are Spring Boot's. */
    public static void main(String[] arguments) {
        String[] settings = Arrays.copyOfRange(arguments, 1, arguments.length);
        SpringApplicationBuilder desk = new SpringApplicationBuilder(SupportDesk.class).profiles("demo");
        if (!arguments[0].equals(NEVER)) {
            Cut cut = Cut.parsed(arguments[0]);
            desk.initializers(context -> context.getBeanFactory().registerSingleton("cut", new Watching(cut)));
        }
        desk.run(settings);
    }

    private record Watching(Cut cut) implements BeanPostProcessor {

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return bean instanceof DataSource source ? new WatchedDataSource(source, cut::watcher) : bean;
        }
    }
}
