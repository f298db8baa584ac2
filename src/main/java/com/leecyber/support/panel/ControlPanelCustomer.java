package com.leecyber.support.panel;

import com.leecyber.support.customer.Customer;
import java.util.Locale;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

/** A customer who came from the control panel. */
final class ControlPanelCustomer extends DefaultOidcUser implements SignedInCustomer {

    private final long customerId;
    private final Locale language;

    ControlPanelCustomer(Customer customer, OidcIdToken token) {
        super(AuthorityUtils.createAuthorityList(AUTHORITY), token);
        this.customerId = customer.id();
        this.language = customer.language();
    }

    @Override
    public long customerId() {
        return customerId;
    }

    @Override
    public Locale language() {
        return language;
    }

    @Override
    public String getName() {
        return SignedInCustomer.name(customerId);
    }
}
