package com.leecyber.support.process;

import com.leecyber.support.audit.Journal;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/** Turns the engine's open doors round before it starts, and refuses to start with one open (docs/security.md). */
@Component
class EngineHardening extends AbstractProcessEnginePlugin {

    private final ApplicationContext context;

    EngineHardening(ApplicationContext context) {
        this.context = context;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setExpressionManager(new GuardedExpressions(new DiagramBeans(context)));
        engine.setScriptEngineNameJavaScript(null);
        // Filters like «Мои» need ${currentUser()}; what else an expression without a scope may be, GuardedExpressions
        // says.
        engine.setEnableExpressionsInStoredQueries(true);
        engine.setEnableExpressionsInAdhocQueries(false);
        // A wrong password must not lock an agent out; whoever guesses is slowed down by address.
        engine.setLoginMaxAttempts(Integer.MAX_VALUE);
        engine.setLoginDelayMaxTime(0);
        engine.setCustomPreDeployers(List.of(new GateBeforeParsing(context)));
        engine.setCustomPostDeployers(List.of(deployment -> context.publishEvent(new Deployed())));
        engine.setHistoryEventHandler(new JournaledHistory(context.getBeanProvider(Interventions.class)));
        engine.setCustomSessionFactories(withTheJournal(engine.getCustomSessionFactories()));
        engine.setCustomJobHandlers(List.of(new CleanedHistory(context.getBeanProvider(Journal.class))));
        engine.getCustomPreBPMNParseListeners().add(new TaskFollowsTicket.Attach(context));
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine processEngine) {
        ProcessEngineConfigurationImpl engine =
                (ProcessEngineConfigurationImpl) processEngine.getProcessEngineConfiguration();
        require(engine.isAuthorizationEnabled(), "camunda.bpm.authorization.enabled must stay true");
        require(
                engine.getHistoryEventHandler() instanceof JournaledHistory,
                "what people do behind the diagrams' backs must stay journaled");
        require(
                "never".equals(engine.getAuthorizationCheckRevokes()),
                "authorizationCheckRevokes must stay never: the desk only grants");
        require(!engine.isEnableExpressionsInAdhocQueries(), "enableExpressionsInAdhocQueries must stay false");
        require(!engine.isJavaSerializationFormatEnabled(), "javaSerializationFormatEnabled must stay false");
        require(
                engine.getExpressionManager() instanceof GuardedExpressions,
                "the engine's expressions must stay guarded");
        require(
                engine.getIdGenerator() instanceof org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator,
                "camunda.bpm.id-generator must stay strong");
    }

    private List<SessionFactory> withTheJournal(List<SessionFactory> others) {
        List<SessionFactory> all = new ArrayList<>(others == null ? List.of() : others);
        all.add(new RemovedHistory(context.getBeanProvider(Interventions.class)));
        return all;
    }

    private static void require(boolean held, String rule) {
        if (!held) {
            throw new IllegalStateException("The engine is not safe to start: " + rule);
        }
    }
}
