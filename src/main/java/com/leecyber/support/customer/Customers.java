package com.leecyber.support.customer;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All customers. */
public interface Customers extends Repository<Customer, Long> {

    Customer save(Customer customer);

    /** At once, so that what is unique is free for the next statement. */
    Customer saveAndFlush(Customer customer);

    Optional<Customer> findById(Long id);

    List<Customer> findByIdInOrderById(Collection<Long> ids);

    List<Customer> findByIdInAndErasedAtIsNullOrderById(Collection<Long> ids);

    /** Whether everything personal about that customer was erased on request. */
    boolean existsByIdAndErasedAtIsNotNull(long id);

    /** The customer, locked until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select customer from Customer customer where customer.id = :id")
    Optional<Customer> findLocked(long id);

    Optional<Customer> findByEmailIgnoreCase(String email);

    /** Whose Telegram chat that is. */
    Optional<Customer> findByChatId(long chatId);

    /** Whom a provider means by a subject. */
    Optional<Customer> findByProviderAndSubject(String provider, String subject);
}
