package com.leecyber.support.process;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import com.leecyber.support.gate.Vocabulary;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/** What the desk offers to diagrams: the beans of {@link DiagramBeans} by what they are, teams, messages, facts. */
@Component
class DiagramVocabulary implements Vocabulary {

    private final ApplicationContext context;

    DiagramVocabulary(ApplicationContext context) {
        this.context = context;
    }

    @Override
    public Set<String> steps() {
        return beans(JavaDelegate.class);
    }

    @Override
    public Set<String> taskListeners() {
        return beans(TaskListener.class);
    }

    @Override
    public Set<String> executionListeners() {
        return beans(ExecutionListener.class);
    }

    @Override
    public Map<String, Set<String>> dateMethods() {
        return Stream.of(Deadlines.class, Patience.class, WorksDates.class)
                .flatMap(type -> beans(type).stream().map(name -> Map.entry(name, dates(type))))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public Set<String> teams() {
        return Role.TEAMS;
    }

    @Override
    public Set<String> messages() {
        return Set.of(
                TicketProcess.WITHDRAWN,
                TicketProcess.LINKED,
                TicketProcess.INCIDENT_SETTLED,
                CustomerInformationProcess.CUSTOMER_REPLIED,
                TechnicalSupportProcess.RELEASE_PUBLISHED);
    }

    @Override
    public Set<String> variables() {
        return DecisionStep.ROUTING;
    }

    @Override
    public Set<String> processes() {
        return keys(repository -> repository.createProcessDefinitionQuery().latestVersion().list().stream()
                .map(ProcessDefinition::getKey));
    }

    @Override
    public Set<String> decisions() {
        return keys(repository -> repository.createDecisionDefinitionQuery().latestVersion().list().stream()
                .map(DecisionDefinition::getKey));
    }

    /** Their names alone: the beans need the engine that may just be built. */
    private Set<String> beans(Class<?> type) {
        return Set.of(context.getBeanNamesForType(type, false, false));
    }

    private static Set<String> dates(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && isDate(method))
                .map(Method::getName)
                .collect(toUnmodifiableSet());
    }

    private static boolean isDate(Method method) {
        return method.getReturnType() == Date.class
                && Arrays.equals(method.getParameterTypes(), new Class<?>[] {DelegateExecution.class});
    }

    private Set<String> keys(Function<RepositoryService, Stream<String>> keys) {
        // While the engine deploys, it may not be a bean yet.
        ProcessEngineConfigurationImpl deploying = Context.getProcessEngineConfiguration();
        ProcessEngineConfigurationImpl engine = deploying == null
                ? (ProcessEngineConfigurationImpl)
                        context.getBean(ProcessEngine.class).getProcessEngineConfiguration()
                : deploying;
        return new AsApplication(engine.getIdentityService())
                .get(() -> keys.apply(engine.getRepositoryService()).collect(toUnmodifiableSet()));
    }
}
