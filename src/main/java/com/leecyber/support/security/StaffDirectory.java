package com.leecyber.support.security;

import java.util.List;
import java.util.Optional;

/** The desk's own people and their roles. */
public interface StaffDirectory {

    /** Who that is and what they may do, if the password is right; a person of a provider has none. */
    Optional<Staff> authenticate(String user, String password);

    /** What is known of somebody at this moment; empty when there is no such person (any more). */
    Optional<Staff> find(String user);

    /**
     * One of the desk's people.
     *
     * @param groups the engine groups that stand for their roles; somebody without any has no business here
     * @param passwordMark changes with the password and tells nothing about it
     * @param fromProvider whether a provider vouches for them, and no password
     */
    record Staff(String user, List<String> groups, String passwordMark, boolean fromProvider) {}
}
