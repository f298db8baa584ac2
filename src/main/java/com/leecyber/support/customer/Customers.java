package com.leecyber.support.customer;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** All customers. */
public interface Customers extends Repository<Customer, Long> {

    Customer save(Customer customer);

    Optional<Customer> findById(Long id);

    Optional<Customer> findByEmailIgnoreCase(String email);
}
