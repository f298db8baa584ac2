package com.leecyber.support.security;

import com.leecyber.support.security.StaffDirectory.Staff;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

/** Somebody who signed in through a provider: called as the desk calls them, with the desk's roles and no others. */
final class ProviderStaff extends DefaultOidcUser implements SignedIn {

    private final String login;
    private final transient ProviderSignIn signIn;

    ProviderStaff(Staff staff, OidcIdToken token, ProviderSignIn signIn) {
        super(SignedIn.roles(staff), token);
        this.login = staff.user();
        this.signIn = signIn;
    }

    ProviderSignIn signIn() {
        return signIn;
    }

    @Override
    public Standing standing() {
        return signIn.standing();
    }

    @Override
    public String getName() {
        return login;
    }
}
