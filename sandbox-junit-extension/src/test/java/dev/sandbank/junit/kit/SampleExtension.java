package dev.sandbank.junit.kit;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Keeps every tool from running samples as tests, because some of them fail on purpose. */
final class SampleExtension implements ExecutionCondition, ParameterResolver {

    static final String IN_SAMPLE_RUN = "sandbank.sample-run";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return context.getConfigurationParameter(IN_SAMPLE_RUN).isPresent()
                ? ConditionEvaluationResult.enabled("run by a test")
                : ConditionEvaluationResult.disabled("a sample, run by a test only");
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Witness.class;
    }

    @Override
    public Witness resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return new Witness(context);
    }
}
