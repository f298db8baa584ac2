package com.leecyber.support.customer;

import java.time.Instant;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface Licences extends Repository<Licence, Long> {

    Licence save(Licence licence);

    Optional<Licence> findFirstByCustomerIdAndValidFromLessThanEqualOrderByValidUntilDesc(long customerId, Instant at);
}
