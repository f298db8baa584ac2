package com.leecyber.support.security;

import java.util.List;
import java.util.Optional;

/** The desk's own people and their roles. */
public interface StaffDirectory {

    /** Who that is and what they may do, if the password is right. */
    Optional<Staff> authenticate(String user, String password);

    /**
     * One of the desk's people.
     *
     * @param groups the engine groups that stand for their roles
     */
    record Staff(String user, List<String> groups) {}
}
