package com.leecyber.support.desk;

import java.util.Optional;

/**
 * How the first line's work ended.
 *
 * @param limits what was decided on limits; empty for every other type of request
 */
public record FirstLineDecision(FirstLineOutcome outcome, Optional<LimitsOutcome> limits) {}
