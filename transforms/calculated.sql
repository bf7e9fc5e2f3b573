-- How many postcodes each European electoral region has, over all extracts up to this run.
SELECT
    lower(european_electoral_region) AS european_electoral_region,
    count(*) AS n
FROM curated.random_postcodes
GROUP BY lower(european_electoral_region)
ORDER BY lower(european_electoral_region)
