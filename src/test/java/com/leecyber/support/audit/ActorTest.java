package com.leecyber.support.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;

class ActorTest {

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void isTheApplicationWhenNobodySaysOtherwise() {
        assertThat(Actor.current()).isEqualTo("system:application");
    }

    @Test
    void isWhoeverSignedIn() {
        signIn(UsernamePasswordAuthenticationToken.authenticated("anna", null, List.of()));

        assertThat(Actor.current()).isEqualTo("anna");
    }

    @Test
    void isWhoeverSignedInEvenWithinACause() {
        signIn(UsernamePasswordAuthenticationToken.authenticated("anna", null, List.of()));

        assertThat(Actor.as("timer", () -> Actor.current())).isEqualTo("anna");
    }

    @Test
    void isNeverSomebodyWhoHasNotProvedIt() {
        signIn(UsernamePasswordAuthenticationToken.unauthenticated("anna", "guess"));

        assertThat(Actor.current()).isEqualTo("system:application");
    }

    @Test
    void isNoAnonymousVisitor() {
        signIn(new AnonymousAuthenticationToken(
                "key", "anonymousUser", List.of(new SimpleGrantedAuthority("ROLE_ANONYMOUS"))));

        assertThat(Actor.as("panel", () -> Actor.current())).isEqualTo("system:panel");
    }

    @Test
    void isTheInnerCauseAndThenTheOuterAgain() {
        Supplier<List<String>> step = () -> List.of(Actor.as("release", () -> Actor.current()), Actor.current());

        assertThat(Actor.as("timer", step)).containsExactly("system:release", "system:timer");
        assertThat(Actor.current()).isEqualTo("system:application");
    }

    @Test
    void forgetsTheCauseOfAStepThatFailed() {
        Runnable failing = () -> {
            throw new IllegalStateException("broken");
        };

        assertThatThrownBy(() -> Actor.as("timer", failing)).hasMessage("broken");
        assertThat(Actor.current()).isEqualTo("system:application");
    }

    @Test
    void needsANameForACause() {
        assertThatIllegalArgumentException().isThrownBy(() -> Actor.as(" ", () -> {}));
    }

    private static void signIn(Authentication authentication) {
        SecurityContextHolder.getContext().setAuthentication(authentication);
    }

    @Test
    void whatOnlyTheSystemDoesIsNobodysWhoeverSignedIn() {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated("anna", null, List.of()));
        try {
            assertThat(Actor.onlyAs("provider", Actor::current)).isEqualTo("system:provider");
            assertThat(Actor.onlyAs("provider", () -> Actor.as("timer", Actor::current)))
                    .isEqualTo("system:timer");
            assertThat(Actor.current()).isEqualTo("anna");
        } finally {
            SecurityContextHolder.clearContext();
        }
    }
}
