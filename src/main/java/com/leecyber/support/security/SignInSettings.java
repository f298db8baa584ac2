package com.leecyber.support.security;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How staff sign in, and how guessing passwords is slowed down.
 *
 * @param failures wrong passwords that one address may send in the window
 * @param window how long a wrong password counts
 * @param password whether a password signs anybody in; false only together with a provider
 */
@ConfigurationProperties("support.sign-in")
record SignInSettings(
        @DefaultValue("20") int failures,
        @DefaultValue("PT5M") Duration window,
        @DefaultValue("true") boolean password) {}
