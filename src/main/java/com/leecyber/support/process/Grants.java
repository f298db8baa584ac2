package com.leecyber.support.process;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.springframework.stereotype.Component;

/** Gives groups what they may do; nothing is ever revoked, so no query has to look for revocations. */
@Component
class Grants {

    private final AuthorizationService authorizations;

    Grants(AuthorizationService authorizations) {
        this.authorizations = authorizations;
    }

    /** Grants once: a grant that exists is brought to exactly these permissions, and left alone when it has them. */
    void give(String group, Resource resource, String resourceId, Permission... permissions) {
        Authorization grant = authorizations
                .createAuthorizationQuery()
                .groupIdIn(group)
                .resourceType(resource)
                .resourceId(resourceId)
                .singleResult();
        if (grant == null) {
            grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            grant.setGroupId(group);
            grant.setResource(resource);
            grant.setResourceId(resourceId);
        }
        int before = bits(grant);
        grant.setPermissions(permissions);
        if (grant.getId() == null || bits(grant) != before) {
            authorizations.saveAuthorization(grant);
        }
    }

    private static int bits(Authorization grant) {
        return ((AuthorizationEntity) grant).getPermissions();
    }
}
