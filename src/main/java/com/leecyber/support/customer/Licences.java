package com.leecyber.support.customer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface Licences extends Repository<Licence, Long> {

    Licence save(Licence licence);

    /** Of those that had begun by then, the one that ends last. Written out, so that it is translated only once. */
    @Query("select licence from Licence licence where licence.customerId = :customerId and licence.validFrom <= :at"
            + " order by licence.validUntil desc limit 1")
    Optional<Licence> latest(long customerId, Instant at);

    /** The next customers by id, each with the end of the latest licence that had begun by then. */
    @Query(
            "select new com.leecyber.support.customer.LatestLicence(customer, (select max(licence.validUntil) from Licence"
                    + " licence where licence.customerId = customer.id and licence.validFrom <= :at)) from Customer customer"
                    + " where customer.id > :after order by customer.id limit :atMost")
    List<LatestLicence> latest(long after, int atMost, Instant at);
}
