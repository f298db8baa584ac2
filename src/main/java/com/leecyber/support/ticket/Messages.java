package com.leecyber.support.ticket;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;

interface Messages extends Repository<Message, Long> {

    Message save(Message message);

    Optional<Message> findById(long id);

    List<Message> findByTicketIdOrderById(long ticketId);
}
