package com.leecyber.support.bench;

import com.leecyber.support.bench.Clone.Client;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Customers of clones, each with a licence for all the time. */
final class FilledCustomers {

    private FilledCustomers() {}

    static List<Client> added(Connection database, Fillings wanted, Instant now) throws SQLException {
        String words =
                "array['Север', 'Ромашка', 'Вектор', 'Альянс', 'Прогресс', 'Маяк', 'Гранит', 'Импульс', 'Орбита',"
                        + " 'Каскад', 'Лазурь', 'Монолит', 'Паритет', 'Рубин', 'Сигма', 'Тандем', 'Феникс', 'Эталон',"
                        + " 'Юнион']";
        LoadingServer.execute(
                database,
                "insert into customer (name, email, language, created_at) select 'ООО «' || (" + words
                        + ")[1 + n % 19] || '-' || n || '»', 'client' || n || '@filled.example', case when n % 5 = 0"
                        + " then 'en' else 'ru' end, '" + now.minus(wanted.period()) + "' from generate_series(1, "
                        + wanted.customers() + ") n; insert into licence (customer_id, valid_from, valid_until) select"
                        + " id, created_at, created_at + interval '4 years' from customer where email like"
                        + " '%@filled.example'");
        List<Client> customers = new ArrayList<>();
        try (Statement query = database.createStatement();
                ResultSet row = query.executeQuery(
                        "select id, email from customer where email like '%@filled.example' order by id")) {
            while (row.next()) {
                customers.add(new Client(row.getLong(1), row.getString(2)));
            }
        }
        return customers;
    }
}
