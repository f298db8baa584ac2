package com.leecyber.support.security;

import com.leecyber.support.security.StaffDirectory.Staff;
import java.util.List;
import java.util.Locale;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** The principal of a session: one of the desk's people, and how they stand. */
interface SignedIn {

    Standing standing();

    /** Every engine group becomes a role, {@code shift-lead} for one {@code ROLE_SHIFT_LEAD}. */
    static List<GrantedAuthority> roles(Staff staff) {
        return staff.groups().stream()
                .map(group -> "ROLE_" + group.toUpperCase(Locale.ROOT).replace('-', '_'))
                .<GrantedAuthority>map(SimpleGrantedAuthority::new)
                .toList();
    }
}
