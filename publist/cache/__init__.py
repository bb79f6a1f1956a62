"""What is kept between builds: values by key, signatures of files and of the code."""
