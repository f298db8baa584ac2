package com.leecyber.support.customer;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

/** All customers. */
public interface Customers extends Repository<Customer, Long> {

    Customer save(Customer customer);

    /** At once, so that what is unique is free for the next statement. */
    Customer saveAndFlush(Customer customer);

    Optional<Customer> findById(Long id);

    List<Customer> findByIdInOrderById(Collection<Long> ids);

    Optional<Customer> findByEmailIgnoreCase(String email);

    /** Whose Telegram chat that is. */
    Optional<Customer> findByChatId(long chatId);

    /** Whom a provider means by a subject. */
    Optional<Customer> findByProviderAndSubject(String provider, String subject);
}
