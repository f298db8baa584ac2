package com.leecyber.support.process;

import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;

/**
 * Expressions that see only the diagrams' own beans, and evaluate without a running process only if they are on a short
 * list.
 *
 * <p>Task queries evaluate expressions that came with a request, without a scope (CVE-2026-109432); diagrams always have
 * one.
 */
class GuardedExpressions extends JuelExpressionManager {

    private static final Set<String> WITHOUT_SCOPE = Set.of("${currentUser()}", "${currentUserGroups()}", "${now()}");

    GuardedExpressions(Map<Object, Object> beans) {
        super(beans);
    }

    @Override
    public Expression createExpression(String text) {
        return new Guarded(super.createExpression(text));
    }

    private record Guarded(Expression expression) implements Expression {

        @Override
        public Object getValue(VariableScope scope) {
            return guardedFor(scope).getValue(scope);
        }

        @Override
        public Object getValue(VariableScope scope, BaseDelegateExecution execution) {
            return guardedFor(scope).getValue(scope, execution);
        }

        @Override
        public void setValue(Object value, VariableScope scope) {
            guardedFor(scope).setValue(value, scope);
        }

        @Override
        public void setValue(Object value, VariableScope scope, BaseDelegateExecution execution) {
            guardedFor(scope).setValue(value, scope, execution);
        }

        @Override
        public String getExpressionText() {
            return expression.getExpressionText();
        }

        @Override
        public boolean isLiteralText() {
            return expression.isLiteralText();
        }

        private Expression guardedFor(VariableScope scope) {
            if (scope == null && !expression.isLiteralText() && !WITHOUT_SCOPE.contains(getExpressionText())) {
                throw new BadUserRequestException("Expressions are not evaluated in queries");
            }
            return expression;
        }
    }
}
