package com.leecyber.support.process;

import com.leecyber.support.audit.Actor;
import java.util.AbstractMap;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.ApplicationContext;

/** The beans that diagrams may name: their steps, listeners and dates, and nothing else of the application. */
class DiagramBeans extends AbstractMap<Object, Object> {

    private final ApplicationContext context;
    private volatile Set<String> names;

    DiagramBeans(ApplicationContext context) {
        this.context = context;
    }

    /** Their names; asked for by every expression of every step, and the same for good once the beans are defined. */
    Set<String> names() {
        if (names == null) {
            names = find();
        }
        return names;
    }

    private Set<String> find() {
        return Stream.of(
                        JavaDelegate.class,
                        TaskListener.class,
                        ExecutionListener.class,
                        Deadlines.class,
                        Patience.class,
                        WorksDates.class)
                .flatMap(type -> Stream.of(context.getBeanNamesForType(type, false, false)))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean containsKey(Object name) {
        return names().contains(name);
    }

    @Override
    public Object get(Object name) {
        if (!containsKey(name)) {
            return null;
        }
        Object bean = context.getBean((String) name);
        if (bean instanceof JavaDelegate step) {
            return inItsOwnName(step);
        }
        return bean instanceof ExecutionListener listener ? inItsOwnName(listener) : bean;
    }

    /** What no person does is done by the step: the journal names {@code system:<element>}, and where that is. */
    private static JavaDelegate inItsOwnName(JavaDelegate step) {
        return execution -> at(execution, () -> step.execute(execution));
    }

    private static ExecutionListener inItsOwnName(ExecutionListener listener) {
        return execution -> at(execution, () -> listener.notify(execution));
    }

    private interface Action {

        void run() throws Exception;
    }

    private static void at(DelegateExecution execution, Action action) {
        Actor.as(
                execution.getCurrentActivityId(), () -> Steps.placeOf(execution).during(() -> run(action)));
    }

    private static void run(Action action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** The beans come to life only when they are named: they need the engine that is being built. */
    @Override
    public Set<Entry<Object, Object>> entrySet() {
        Set<Entry<Object, Object>> entries = new HashSet<>();
        names().forEach(name -> entries.add(new SimpleImmutableEntry<>(name, context.getBean(name))));
        return entries;
    }
}
